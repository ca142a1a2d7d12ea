using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis;
using DanVan.Directory.Accounts;
using DanVan.Directory.Clients;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.SignIn;

/// <summary>
/// Tokens for staff. A refresh token is good once and brings its successor; one that comes again, like a code that comes again, is in two hands, so the whole
/// session ends (RFC 9700, 4.14). What a token may carry is looked up anew each time.
/// </summary>
internal sealed class StaffTokens(DirectoryDb db, TokenIssuer issuer, IOptions<SignInOptions> options, TimeProvider clock)
{
    /// <summary>Tokens for a code or for a refresh token; null for one that is not valid. What that says of a theft is saved.</summary>
    public async Task<IssueToken.TokenView?> Grant(string grant, IFormCollection form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var granted = grant == "refresh_token" ? await Refresh(form, ct) : await Redeem(form, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return granted;
    }

    /// <summary>Signs out: ends the session of a refresh token, whichever of its tokens it is.</summary>
    public async Task Revoke(string token, string app, CancellationToken ct)
    {
        var hash = SecretHash.Of(token);
        var session = await db
            .StaffSessions.Where(known => known.App == app && known.Ended == null)
            .SingleOrDefaultAsync(known => db.RefreshTokens.Any(t => t.Hash == hash && t.SessionId == known.Id), ct);
        if (session is null)
            return;
        End(session, SessionEnd.SignedOut);
        await db.SaveChangesAsync(ct);
    }

    private async Task<IssueToken.TokenView?> Redeem(IFormCollection form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (form["code"] is not [{ Length: > 0 } code] || await db.Take(code, ct) is not { } pending)
            return null;
        if (pending.App != form["client_id"] || pending.RedirectUri != form["redirect_uri"])
            return null;
        if (pending.Stage is SignInStage.Redeemed)
            return await EndForReuse(pending.SessionId!.Value, SessionEnd.CodeReused, ct);
        if (!pending.IsAt(SignInStage.Code, now) || !Proves(form["code_verifier"].ToString(), pending.Challenge))
            return null;
        if (await Usable(pending.AccountId, ct) is not { } account)
            return null;

        var session = new StaffSession
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            UnitId = account.UnitId,
            App = pending.App,
            Scopes = pending.Scopes,
            Started = now,
        };
        db.StaffSessions.Add(session);
        db.Announce(session, new StaffSessionStarted(session.Id, session.AccountId, session.App));
        pending.Redeem(session.Id);
        await db.RefreshTokens.Where(token => token.Expires < now - options.Value.LongestSession).ExecuteDeleteAsync(ct);
        return await Issue(session, account, null, ct);
    }

    private async Task<IssueToken.TokenView?> Refresh(IFormCollection form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (form["refresh_token"] is not [{ Length: > 0 } text])
            return null;
        var hash = SecretHash.Of(text);
        var token = await db.RefreshTokens.FromSql($"select * from refresh_tokens where hash = {hash} for update").SingleOrDefaultAsync(ct);
        if (token is null || await db.StaffSessions.SingleAsync(known => known.Id == token.SessionId, ct) is not { Ended: null } session)
            return null;
        if (session.App != form["client_id"])
            return null;
        if (token.Used is not null)
            return await EndForReuse(session.Id, SessionEnd.TokenReused, ct);
        if (token.Expires <= now || session.Started + options.Value.LongestSession <= now)
        {
            End(session, SessionEnd.Expired);
            return null;
        }
        var wanted = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (session.Scopes is not null && wanted.Except(session.Scopes).Any())
            return null;
        if (await Usable(session.AccountId, ct) is not { } account)
            return null;
        token.Used = now;
        return await Issue(session, account, wanted.Length > 0 ? wanted : null, ct);
    }

    private async Task<Account?> Usable(Guid id, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(known => known.Id == id, ct);
        return account.MayBeUsed(clock.GetUtcNow()) && !account.MustChangePassword ? account : null;
    }

    private async Task<IssueToken.TokenView> Issue(StaffSession session, Account account, string[]? wanted, CancellationToken ct)
    {
        var scopes = session.Narrow(await db.ScopesOn(account, clock.Today(), ct));
        if (wanted is not null)
            scopes = [.. scopes.Intersect(wanted)];
        var now = clock.GetUtcNow();
        var refresh = SecretHash.NewSecret();
        var end = session.Started + options.Value.LongestSession;
        var soon = now + options.Value.RefreshWithin;
        db.RefreshTokens.Add(
            new()
            {
                Hash = SecretHash.Of(refresh),
                SessionId = session.Id,
                Expires = soon < end ? soon : end,
            }
        );
        var access = await issuer.Issue(session, account.PersonId, scopes, ct);
        return new(access, "Bearer", (int)TokenIssuer.Lifetime.TotalSeconds, string.Join(' ', scopes), refresh);
    }

    private async Task<IssueToken.TokenView?> EndForReuse(Guid id, SessionEnd reason, CancellationToken ct)
    {
        if (await db.StaffSessions.SingleAsync(known => known.Id == id, ct) is { Ended: null } session)
            End(session, reason);
        return null;
    }

    private void End(StaffSession session, SessionEnd reason) => db.Announce(session, session.End(reason, clock.GetUtcNow()));

    // RFC 7636, 4.6. The verifier of an application that asked has 43 to 128 characters.
    private static bool Proves(string verifier, string challenge) =>
        verifier.Length is >= 43 and <= 128
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))),
            Encoding.ASCII.GetBytes(challenge)
        );
}
