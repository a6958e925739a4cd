using System.CommandLine;
using Ledger.Application.Stories;
using Ledger.Cli.Running;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Verbs;

internal static class AttributeVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var block = Symbols.Optional("--block", "The quote whose speaker, or the image whose credit, changes", "ID");
        var role = Symbols.Word<CreditRole>("--credit", "role", "The credit of the article that changes");
        var from = Symbols.Optional("--from", "The name as it is; left out where there is none");
        var to = Symbols.Optional("--to", "The name as it is to be; left out where it is only taken away");
        var reason = Symbols.Required("--reason", "What readers are told about it");
        var ifVersion = Writing.IfVersion();
        var command = new Command("attribute", "Changes who wrote, said, took or supplied something")
        {
            story, block, role, from, to, reason, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            CreditRole? credit = parsed.GetResult(role) is null ? null : parsed.GetValue(role);
            if (credit is null == (parsed.GetValue(block) is null))
                throw new UsageException("Name either --block ID or --credit ROLE.");

            var (before, after) = (NotEmpty(parsed.GetValue(from)), NotEmpty(parsed.GetValue(to)));
            if (before is null && after is null)
                throw new UsageException("Name at least one of --from and --to.");

            return Writing.RunAsync(
                parsed,
                actor => new ChangeAttribution(
                    credit, parsed.GetValue(block), before, after, parsed.GetRequiredValue(reason))
                {
                    Actor = actor,
                    Story = parsed.GetRequiredValue(story),
                    ExpectedVersion = parsed.GetValue(ifVersion),
                },
                cancellationToken);
        });
        return command;
    }

    private static string? NotEmpty(string? name) => name is "" ? null : name;
}
