using System.Security.Cryptography;
using System.Text;

namespace DanVan.Cli.Local;

/// <summary>A password as RabbitMQ's definitions want it: base64 of four bytes of salt followed by SHA-256 of salt and password.</summary>
static class PasswordHash
{
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }
}
