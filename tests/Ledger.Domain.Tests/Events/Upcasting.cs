using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Application;
using Ledger.EventStore;

namespace Ledger.Domain.Tests.Events;

/// <summary>Events of an old shape are read as the newest; the log keeps what it has.</summary>
public sealed class Upcasting
{
    private sealed record Fined(int Millions, string Currency, string? Court);

    // First the fine was a text, "5m GBP"; then millions alone, in pounds; now it names its currency.
    private static readonly EventCatalogue Catalogue = new(
        [(typeof(Fined), "town_fined")],
        [
            new("town_fined", data => data["fine"] is not null, data => new JsonObject
            {
                ["millions"] = int.Parse(data["fine"]!.GetValue<string>().Split('m')[0]),
                ["court"] = data["court"]?.DeepClone(),
            }),
            new("town_fined", data => data["currency"] is null, data =>
            {
                data["currency"] = "GBP";
                return data;
            }),
        ],
        LedgerEvents.Json);

    [Theory]
    [InlineData("""{"millions":5,"currency":"EUR","court":"Ellery"}""", 5, "EUR")]
    [InlineData("""{"millions":5,"court":"Ellery"}""", 5, "GBP")]
    [InlineData("""{"fine":"5m GBP","court":"Ellery"}""", 5, "GBP")]
    public void Every_shape_is_read_as_the_newest(string stored, int millions, string currency) => Assert.Equal(
        new Fined(millions, currency, "Ellery"),
        Catalogue.Read("town_fined", Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void What_is_written_has_the_newest_shape() => Assert.Equal(
        """{"millions":5,"currency":"GBP"}""", Encoding.UTF8.GetString(Catalogue.Write(new Fined(5, "GBP", null))));

    [Fact]
    public void A_name_that_is_not_in_the_catalogue_is_never_passed_over()
    {
        Assert.Throws<KeyNotFoundException>(() => Catalogue.Read("town_freed", "{}"u8));
        Assert.Throws<ArgumentException>(() => Catalogue.AliasOf(typeof(string)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"millions":"five","currency":"GBP"}""")]
    public void Data_of_no_known_shape_is_an_error(string stored) =>
        Assert.ThrowsAny<JsonException>(() => Catalogue.Read("town_fined", Encoding.UTF8.GetBytes(stored)));
}
