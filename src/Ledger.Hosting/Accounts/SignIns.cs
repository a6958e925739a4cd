using System.Globalization;
using System.Net;

namespace Ledger.Hosting.Accounts;

/// <summary>Where an attempt to sign in comes from.</summary>
/// <param name="Agent">What the browser calls itself.</param>
public sealed record Caller(IPAddress? Address, string? Agent)
{
    public Origin As(string? actor) => new(actor, Address is null ? null : Addresses.Shorten(Address));
}

/// <summary>What came of an attempt to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome() { }

    public sealed record Done(Account Account, Guid Session) : SignInOutcome;

    /// <summary>Name and password do not fit, or the account is disabled: nobody is told which.</summary>
    public sealed record Failed : SignInOutcome;

    /// <summary>There were too many failures, and the attempt was not looked at.</summary>
    public sealed record Locked(TimeSpan Wait) : SignInOutcome;
}

/// <summary>Signs people in by name and password, and makes guessing slow.</summary>
public sealed class SignIns(AccountStore accounts, SessionStore sessions, Lockout lockout, SignInAudit audit)
{
    public async Task<SignInOutcome> SignInAsync(
        string name, string password, Caller caller, CancellationToken cancellationToken)
    {
        if (await lockout.BeginAsync(name, caller.Address, cancellationToken) is { } wait)
        {
            await audit.NoteRefusalAsync(
                SignInKind.Locked, name, caller.As(null), "refused unread", cancellationToken);
            return new SignInOutcome.Locked(wait);
        }

        if (await accounts.CheckPasswordAsync(name, password, cancellationToken) is { } account
            && await sessions.StartAsync(account, caller.As(null).Address, caller.Agent, cancellationToken) is { } id)
        {
            await lockout.SucceedAsync(name, caller.Address, cancellationToken);
            return new SignInOutcome.Done(account, id);
        }

        await NoteFailureAsync(name, caller, cancellationToken);
        return new SignInOutcome.Failed();
    }

    /// <summary>Changes a password by the old one, at which nobody may guess here either.</summary>
    /// <exception cref="AccountException">
    /// The old password is wrong or was guessed at too often, or the new one is not a good one.
    /// </exception>
    public async Task ChangePasswordAsync(
        string name, string old, string password, Guid session, Caller caller, CancellationToken cancellationToken)
    {
        // What the person who asks knows to be wrong is no guess.
        PasswordRules.Check(password, name);
        if (password == old)
            throw new AccountException("The new password is the same as the old one.");

        if (await lockout.BeginAsync(name, caller.Address, cancellationToken) is { } wait)
            throw new AccountException(WaitSentence(wait));

        try
        {
            await accounts.ChangePasswordAsync(
                name, old, password, session, caller.As($"user:{name}"), cancellationToken);
        }
        catch (AccountException)
        {
            await NoteFailureAsync(name, caller, cancellationToken);
            throw;
        }

        await lockout.SucceedAsync(name, caller.Address, cancellationToken);
    }

    /// <summary>How long to wait, in a sentence.</summary>
    public static string WaitSentence(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return string.Create(
            CultureInfo.InvariantCulture, $"There were too many attempts. Wait {seconds} seconds and try again.");
    }

    private async Task NoteFailureAsync(string name, Caller caller, CancellationToken cancellationToken)
    {
        await audit.NoteAsync(SignInKind.SignInFailed, name, caller.As(null), null, cancellationToken);
        if (await lockout.IsLockedAsync(name, cancellationToken))
            await audit.NoteAsync(SignInKind.Locked, name, caller.As(null), "too many failures", cancellationToken);
    }
}
