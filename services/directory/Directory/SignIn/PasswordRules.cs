using DanVan.Chassis.Http;

namespace DanVan.Directory.SignIn;

/// <summary>What a password that somebody chooses must be: long and not easily guessed. It need hold no signs of certain kinds (NIST SP 800-63B, 5.1.1.2).</summary>
internal static class PasswordRules
{
    /// <summary>Longer ones are refused, so that hashing has a bound.</summary>
    public const int Longest = 128;

    public static Rejection? Refuse(string password, string userName, int atLeast) =>
        password.Length < atLeast ? TooShort(atLeast)
        : password.Length > Longest ? TooLong
        // A name of three letters is a word of many a good sentence.
        : userName.Length > 3 && password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? HoldsTheName
        : password.Distinct().Count() < 6 || IsARow(password) ? TooPlain
        : null;

    // "123456789012", "abcdefabcdef": each sign follows the one before by one and the same step nearly everywhere.
    private static bool IsARow(string password)
    {
        var steps = password.Zip(password.Skip(1), (one, next) => next - one).GroupBy(step => step);
        return steps.Max(group => group.Count()) >= (password.Length - 1) * 3 / 4;
    }

    private static Rejection TooShort(int atLeast) =>
        new(
            "accounts.password-too-short",
            $"Mật khẩu phải có ít nhất {atLeast} ký tự.",
            $"A password has at least {atLeast} characters.",
            400,
            "newPassword"
        );

    private static readonly Rejection TooLong = new(
        "accounts.password-too-long",
        $"Mật khẩu dài nhất {Longest} ký tự.",
        $"A password has at most {Longest} characters.",
        400,
        "newPassword"
    );

    private static readonly Rejection HoldsTheName = new(
        "accounts.password-holds-the-name",
        "Mật khẩu không được chứa tên đăng nhập.",
        "A password does not hold the user name.",
        400,
        "newPassword"
    );

    private static readonly Rejection TooPlain = new(
        "accounts.password-too-plain",
        "Mật khẩu quá dễ đoán: dùng ít nhất 6 ký tự khác nhau, không theo thứ tự liên tiếp.",
        "The password is too easily guessed: use at least 6 different characters, not one after the other.",
        400,
        "newPassword"
    );

    public static readonly Rejection SameAsBefore = new(
        "accounts.password-same-as-before",
        "Mật khẩu mới phải khác mật khẩu hiện tại.",
        "The new password differs from the present one.",
        400,
        "newPassword"
    );
}
