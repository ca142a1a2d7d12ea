using DanVan.Directory.Clients;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.SignIn;

/// <summary>How far a sign-in is: what is asked for next.</summary>
public enum SignInStage
{
    SecondFactor,
    NewPassword,

    /// <summary>Done on this side: the application redeems the code.</summary>
    Code,
    Redeemed,
}

/// <summary>
/// A sign-in whose password was right. Who goes on with it shows a secret that the step before gave, in a hidden field or, at last, as the authorization code;
/// each is good for its own step only. There are no cookies, so no other page can act in a sign-in's name.
/// </summary>
public sealed class PendingSignIn
{
    public required Guid Id { get; init; }

    /// <summary>Of the secret that goes on with it.</summary>
    public byte[] Hash { get; private set; } = [];
    public SignInStage Stage { get; private set; }
    public required Guid AccountId { get; init; }
    public required string App { get; init; }
    public required string RedirectUri { get; init; }
    public required string Challenge { get; init; }
    public string[]? Scopes { get; init; }
    public string? State { get; init; }
    public DateTimeOffset Expires { get; private set; }

    /// <summary>The session that its code was redeemed for.</summary>
    public Guid? SessionId { get; private set; }

    internal AuthorizationRequest Request => new(App, RedirectUri, Challenge, Scopes, State);

    /// <summary>Goes on to a stage; answers the secret for it.</summary>
    internal string Advance(SignInStage stage, DateTimeOffset now, SignInOptions options)
    {
        var secret = SecretHash.NewSecret();
        (Hash, Stage) = (SecretHash.Of(secret), stage);
        Expires = now + (stage is SignInStage.Code ? options.Code : options.Step);
        return secret;
    }

    internal void Redeem(Guid session) => (Stage, SessionId) = (SignInStage.Redeemed, session);

    internal bool IsAt(SignInStage stage, DateTimeOffset now) => Stage == stage && now < Expires;

    internal static PendingSignIn Of(AuthorizationRequest request, Guid account, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account,
            App = request.App,
            RedirectUri = request.RedirectUri,
            Challenge = request.Challenge,
            Scopes = request.Scopes,
            State = request.State,
        };
}

internal static class PendingSignIns
{
    /// <summary>The sign-in that a secret goes on with, as it stands; null for a secret that is none, or no more.</summary>
    public static Task<PendingSignIn?> Pending(this DirectoryDb db, string secret, CancellationToken ct)
    {
        var hash = SecretHash.Of(secret);
        return db.SignIns.AsNoTracking().SingleOrDefaultAsync(known => known.Hash == hash, ct);
    }

    /// <summary>The same, held until the transaction ends: a secret goes on with a sign-in once.</summary>
    public static Task<PendingSignIn?> Take(this DirectoryDb db, string secret, CancellationToken ct)
    {
        var hash = SecretHash.Of(secret);
        return db.SignIns.FromSql($"select * from sign_ins where hash = {hash} for update").SingleOrDefaultAsync(ct);
    }

    /// <summary>Forgets those that ended an hour ago: until then a code that comes again is known for what it is.</summary>
    public static Task ForgetSignIns(this DirectoryDb db, DateTimeOffset now, CancellationToken ct)
    {
        var before = now.AddHours(-1);
        return db.SignIns.Where(known => known.Expires < before).ExecuteDeleteAsync(ct);
    }
}
