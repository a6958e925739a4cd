using System.Net;
using Ledger.Application.Reports;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.Followers.Webhooks;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Stores;
using Ledger.Hosting.Witnesses;
using Ledger.Web.Language;
using Ledger.Web.Messaging;
using Ledger.Web.Security.Outside;

namespace Ledger.Web;

/// <summary>How one web node behaves; every part has a default that suits a newsroom.</summary>
public sealed record WebSettings
{
    /// <summary>The name of the newsroom, as it stands above every page.</summary>
    public string Title { get; init; } = "Ledger";

    /// <summary>The language in which pages speak to readers, one of <see cref="HouseLanguage.All"/>.</summary>
    public string Language { get; init; } = HouseLanguage.English;

    /// <summary>The time zone in which pages say when something was.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Under which address others reach the site; null takes the one on which it listens.</summary>
    public Uri? Address { get; init; }

    /// <summary>In which folder the private keys of the log are; null where this node signs no checkpoints.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>The origin that the log must have; null takes the one that it has, or gets at the first use.</summary>
    public string? LogOrigin { get; init; }

    /// <summary>Whose cosignatures the log asks for, and with which keys it cosigns the logs of others.</summary>
    public WitnessSettings Witnesses { get; init; } = new();

    /// <summary>How many changes an archive of a feed holds. Another number makes other archives.</summary>
    public int FeedArchive { get; init; } = 100;

    /// <summary>How many revisions a page of a TimeMap lists.</summary>
    public int TimeMapPage { get; init; } = 1_000;

    /// <summary>Through what the log is written and read.</summary>
    public LogStore Store { get; init; } = LogStore.Npgsql;

    /// <summary>How large a story may be.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>How many reports of errors are taken of whom.</summary>
    public IntakeLimits Intake { get; init; } = new();

    /// <summary>The rules of the house for corrections until it adopts its own.</summary>
    public HousePolicy Policy { get; init; } = HousePolicy.Default;

    /// <summary>The most bytes that the body of a request may have; a larger one is refused unread.</summary>
    public long LargestRequest { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many answers of the API one sender without a token gets in a minute.</summary>
    public int ReadsPerMinute { get; init; } = 6_000;

    /// <summary>How long a reader waits for the read models before an older state is shown, marked as such.</summary>
    public TimeSpan FreshnessWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The most bytes that finished pages may take in memory; 0 makes each page anew.</summary>
    public long PageMemory { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many events a read model may be behind the log before the node says that it is not ready.</summary>
    public long LargestLag { get; init; } = 10_000;

    /// <summary>How long sessions last, and when signing in is locked.</summary>
    public SignInPolicy SignIns { get; init; } = new();

    /// <summary>How subscribers are told of the log.</summary>
    public WebhookSettings Webhooks { get; init; } = new();

    /// <summary>What goes through Wolverine; only in a build that has it anything may.</summary>
    public WolverineUse Wolverine { get; init; }

    /// <summary>Whose signed tokens the API takes beside its own; null takes nobody's.</summary>
    public IdentityProvider? IdentityProvider { get; init; }

    /// <summary>The proxies in front, which are believed in whom they ask for; nobody else is.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];
}
