using DanVan.Chassis.Http;
using DanVan.Directory.Accounts;
using DanVan.Directory.Tokens;

namespace DanVan.Directory.SignIn;

/// <summary>What a typed code was taken for.</summary>
internal enum CodeTaken
{
    Nothing,
    Digits,
    RecoveryCode,
}

/// <summary>The second factor of an account: codes of an authenticator program, or a recovery code in their place. Its secret is kept encrypted.</summary>
internal sealed class SecondFactor(KeyVault vault)
{
    /// <summary>Takes a code, whichever it is; the same one is not taken again. Under the lock of the account.</summary>
    public CodeTaken Takes(Account account, string code, DateTimeOffset now) =>
        account.Totp is not { } totp ? CodeTaken.Nothing
        : TakesDigits(account, totp, code, now) ? CodeTaken.Digits
        : account.TakeRecoveryCode(code, now) ? CodeTaken.RecoveryCode
        : CodeTaken.Nothing;

    /// <summary>Takes a code of the authenticator alone.</summary>
    public bool TakesDigits(Account account, byte[] encrypted, string code, DateTimeOffset now) =>
        account.TakeCode(vault.Decrypt(encrypted, Name(account)), Digits(code), now);

    /// <summary>A new secret, and as it is kept.</summary>
    public (byte[] Secret, byte[] Encrypted) New(Account account)
    {
        var secret = Totp.NewSecret();
        return (secret, vault.Encrypt(secret, Name(account)));
    }

    /// <summary>One text for a wrong code, one that was used, and an account that is locked.</summary>
    public static string NotAccepted =>
        Phrases.Of(
            "Mã không đúng, đã dùng, hoặc tài khoản đang tạm khóa vì nhập sai nhiều lần. Chờ mã tiếp theo rồi thử lại.",
            "The code is wrong or was used, or the account is locked for a while after too many failures. Wait for the next code and try again."
        );

    // Bound to the account, so that a secret moved to another row in the database opens nothing.
    private static byte[] Name(Account account) => [.. "totp/"u8, .. account.Id.ToByteArray(bigEndian: true)];

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
