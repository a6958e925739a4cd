using YamlDotNet.RepresentationModel;

namespace Ledger.Architecture.Tests;

/// <summary>docker-compose.yml, read as Docker would read it, where there is no engine to start it.</summary>
public sealed class Compose
{
    private static readonly YamlMappingNode File = Load();

    [Fact]
    public void Both_services_have_a_health_check_and_start_again()
    {
        foreach (var (name, service) in Services())
        {
            Assert.True(service.Children.ContainsKey("healthcheck"), $"{name} has no health check.");
            Assert.Equal("unless-stopped", Scalar(service, "restart"));
        }

        Assert.Equal(["database", "ledger"], Services().Keys.Order());
    }

    [Fact]
    public void Ledger_waits_for_a_healthy_database() =>
        Assert.Equal("service_healthy", Scalar(Map(Services()["ledger"], "depends_on", "database"), "condition"));

    [Fact]
    public void Every_named_volume_is_declared()
    {
        var declared = Map(File, "volumes").Children.Keys.Select(key => key.ToString());
        var used = Services().Values.SelectMany(service => (YamlSequenceNode)service.Children["volumes"])
            .Select(volume => volume.ToString().Split(':')[0]);

        Assert.Equal(declared.Order(), used.Order());
    }

    [Fact]
    public void The_image_is_built_from_a_file_that_is_there()
    {
        var dockerfile = Scalar(Map(Services()["ledger"], "build"), "dockerfile");
        Assert.Contains("ENTRYPOINT [\"ledger\"]", Repository.Read(dockerfile), StringComparison.Ordinal);
    }

    [Fact]
    public void Marten_keeps_the_log_and_is_in_the_image()
    {
        var ledger = Services()["ledger"];
        Assert.Equal("marten", Scalar(Map(ledger, "environment"), "LEDGER_STORE"));
        Assert.Contains(
            "CritterStack=true", Repository.Read(Scalar(Map(ledger, "build"), "dockerfile")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_password_stands_in_the_file()
    {
        var secrets = File.AllNodes.OfType<YamlScalarNode>().Select(node => node.Value ?? "")
            .Where(value => value.Contains("Password=", StringComparison.OrdinalIgnoreCase));

        Assert.All(secrets, value =>
            Assert.Contains("Password=${LEDGER_DATABASE_PASSWORD:?", value, StringComparison.Ordinal));
        Assert.StartsWith("${LEDGER_DATABASE_PASSWORD:?",
            Scalar(Map(Services()["database"], "environment"), "POSTGRES_PASSWORD"), StringComparison.Ordinal);
    }

    private static Dictionary<string, YamlMappingNode> Services() => Map(File, "services").Children
        .ToDictionary(pair => pair.Key.ToString(), pair => (YamlMappingNode)pair.Value);

    private static YamlMappingNode Map(YamlMappingNode node, params string[] path) =>
        path.Aggregate(node, (current, key) => (YamlMappingNode)current.Children[key]);

    private static string Scalar(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read("docker-compose.yml")));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
