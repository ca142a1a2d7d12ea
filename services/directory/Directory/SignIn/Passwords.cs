using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.SignIn;

/// <summary>What a look at a password says.</summary>
internal enum PasswordMatch
{
    Wrong,
    Right,

    /// <summary>Right, and hashed with fewer rounds than today's.</summary>
    RightButOld,

    /// <summary>Too many are being looked at: not looked at.</summary>
    Busy,
}

/// <summary>
/// Hashes passwords with the framework's PBKDF2 (HMAC-SHA512, a salt each). Without a hash to compare with it compares with one of nobody, so that the answer
/// takes as long.
/// </summary>
internal sealed class Passwords : IDisposable
{
    private static readonly object nobody = new();
    private readonly PasswordHasher<object> hasher;
    private readonly string decoy;
    private readonly ConcurrencyLimiter gate;

    public Passwords(IOptions<SignInOptions> options)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));
        decoy = Hash(SpokenSecret.New());
        gate = new(
            new()
            {
                PermitLimit = options.Value.ParallelChecks,
                QueueLimit = options.Value.WaitingChecks,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );
    }

    public string Hash(string password) => hasher.HashPassword(nobody, password);

    /// <summary>Whether the password is that of the hash; without a hash it is wrong, after the same time.</summary>
    public async ValueTask<PasswordMatch> Check(string? hash, string password, CancellationToken ct)
    {
        using var turn = await gate.AcquireAsync(1, ct);
        if (!turn.IsAcquired)
            return PasswordMatch.Busy;
        var match = hasher.VerifyHashedPassword(nobody, hash ?? decoy, password) switch
        {
            PasswordVerificationResult.Success => PasswordMatch.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.RightButOld,
            _ => PasswordMatch.Wrong,
        };
        return hash is null ? PasswordMatch.Wrong : match;
    }

    public void Dispose() => gate.Dispose();
}
