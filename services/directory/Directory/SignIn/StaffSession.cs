using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.SignIn;

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    SignedOut,
    PasswordChanged,
    PasswordReset,
    Disabled,
    Expired,

    /// <summary>A refresh token came a second time: one of those who sent it has stolen it.</summary>
    TokenReused,

    /// <summary>An authorization code came a second time.</summary>
    CodeReused,
}

/// <summary>That a member of staff is signed in to an application: the family of all refresh tokens that follow from one sign-in.</summary>
public sealed class StaffSession : ISubject
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid AccountId { get; init; }

    /// <summary>The account's unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The client_id of the application.</summary>
    public required string App { get; init; }

    /// <summary>What the application asked for; null for all that the account may do.</summary>
    public string[]? Scopes { get; init; }
    public required DateTimeOffset Started { get; init; }
    public DateTimeOffset? Ended { get; private set; }
    public SessionEnd? EndReason { get; private set; }

    Guid? ISubject.UnitId => UnitId;

    /// <summary>What a token of this session may carry of what the account may do.</summary>
    public string[] Narrow(IEnumerable<string> ofAccount) => [.. ofAccount.Where(scope => Scopes?.Contains(scope) ?? true)];

    public StaffSessionEnded End(SessionEnd reason, DateTimeOffset now)
    {
        (Ended, EndReason) = (now, reason);
        return new(Id, AccountId, EnumNames.Of(reason));
    }
}

/// <summary>A refresh token as it is kept: 256 random bits, so that a plain hash hides them.</summary>
public sealed class RefreshToken
{
    public required byte[] Hash { get; init; }
    public required Guid SessionId { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public DateTimeOffset? Used { get; set; }
}

internal static class StaffSessions
{
    /// <summary>Ends every session of an account; saved with whatever else is saved.</summary>
    public static async Task EndSessions(this DirectoryDb db, Guid account, SessionEnd reason, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var session in await db.StaffSessions.Where(known => known.AccountId == account && known.Ended == null).ToListAsync(ct))
            db.Announce(session, session.End(reason, now));
    }
}
