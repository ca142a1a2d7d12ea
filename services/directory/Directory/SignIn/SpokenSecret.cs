using System.Security.Cryptography;

namespace DanVan.Directory.SignIn;

/// <summary>Secrets that are made here and read or typed by people: 80 random bits in four groups, without letters that look like digits.</summary>
internal static class SpokenSecret
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string New() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(group => new string(group)));

    /// <summary>As it was given out, however it was typed.</summary>
    public static string Normal(string typed)
    {
        var letters = string.Concat(typed.ToLowerInvariant().Where(Letters.Contains));
        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }
}
