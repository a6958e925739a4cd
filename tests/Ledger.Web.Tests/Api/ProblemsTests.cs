using System.Runtime.CompilerServices;
using Ledger.Application;
using Ledger.Domain;
using Ledger.Web.Api.Problems;

namespace Ledger.Web.Tests.Api;

public sealed class ProblemsTests(WebServer server) : ApiTest(server)
{
    public static TheoryData<string> Refusals => [.. new[] { typeof(Refusal), typeof(Outcome) }
        .SelectMany(type => type.Assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)
        .Select(CodeOf)];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_a_line_in_the_table(string code) => Assert.NotNull(ProblemTypes.Find(code));

    [Fact]
    public async Task The_address_of_a_problem_says_what_it_means()
    {
        foreach (var type in ProblemTypes.All)
        {
            var answer = await GetAsync(type.Address);

            Assert.Equal((type.Code, type.Status), (Text(answer, "code"), Number(answer, "status")));
            Assert.Equal(type.Meaning, Text(answer, "meaning"));
        }

        await RefusedAsync(404, "not-found", () => Editor.GetAsync("/problems/of-none", Cancel));
    }

    // The code stands in the constructor, whose arguments only make the sentence.
    private static string CodeOf(Type refusal)
    {
        var constructor = refusal.GetConstructors().Single();
        var arguments = constructor.GetParameters().Select(parameter => Some(parameter.ParameterType)).ToArray();
        return ((Refusal)constructor.Invoke(arguments)).Code;
    }

    private static object Some(Type type) =>
        type == typeof(string) ? "x"
        : type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
        : RuntimeHelpers.GetUninitializedObject(type);
}
