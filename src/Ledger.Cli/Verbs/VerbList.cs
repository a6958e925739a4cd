using System.CommandLine;
using Ledger.Cli.Running;

namespace Ledger.Cli.Verbs;

/// <summary>All that <c>ledger</c> can do.</summary>
internal static class VerbList
{
    public static RootCommand Create()
    {
        var root = new RootCommand("An event-sourced corrections ledger for newsrooms.")
        {
            GlobalOptions.Database,
            GlobalOptions.As,
            GlobalOptions.Json,
            ServeVerb.Create(),
            PublishVerb.Create(),
            ReviseVerb.Create(),
            FixVerbs.Create(),
            CorrectVerb.Create(),
            AmendVerbs.Amend(),
            AmendVerbs.Withdraw(),
            DraftVerbs.Create(),
            PolicyVerbs.Create(),
            AttributeVerb.Create(),
            CaptionVerb.Create(),
            HeadlineVerb.Create(),
            SlugVerb.Create(),
            NoticeVerbs.Retract(),
            NoticeVerbs.Withdraw(),
            NoticeVerbs.Remove(),
            NoticeVerbs.Reinstate(),
            CopyVerbs.Create(),
            AssetVerbs.Create(),
            ReportVerbs.Create(),
            ShowVerb.Create(),
            HistoryVerb.Create(),
            ChangelogVerb.Create(),
            DiffVerb.Create(),
            BlameVerb.Create(),
            EventsVerb.Create(),
            ImportVerb.Create(),
            StatusVerb.Create(),
            VerifyVerb.Create(),
            AuditVerb.Create(),
            ProveVerb.Create(),
            ExportVerb.Create(),
            CheckpointVerb.Create(),
            KeyVerbs.Create(),
            WitnessVerbs.Create(),
            RebuildVerb.Create(),
            EraseVerbs.Create(),
            UserVerbs.Create(),
            TokenVerbs.Create(),
            WebhookVerbs.Create(),
            FollowerVerbs.Create(),
        };
        root.Directives.Clear();
        return root;
    }
}
