using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Tokens;

/// <summary>
/// Encrypts what must not be readable in the database or its backups: AES-256-GCM, bound to the name of what is encrypted. The key is replaced in two steps:
/// every instance is given the new one beside the old one, then the new one goes first; what was encrypted before still opens under the old one.
/// </summary>
internal sealed class KeyVault(IOptions<TokenOptions> options)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly Lazy<byte[][]> keys = new(() => KeysOf(options.Value));

    /// <summary>Encrypts under the current key.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> name)
    {
        var stored = new byte[NonceLength + TagLength + plain.Length];
        var nonce = stored.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Value[0], TagLength);
        aes.Encrypt(nonce, plain, stored.AsSpan(NonceLength + TagLength), stored.AsSpan(NonceLength, TagLength), name);
        return stored;
    }

    /// <summary>Opens what was encrypted under any of the keys.</summary>
    /// <exception cref="AuthenticationTagMismatchException">Encrypted with another key, under another name, or altered.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> name)
    {
        foreach (var key in keys.Value.SkipLast(1))
            if (Opens(key, stored, name, out var opened))
                return opened;
        return Open(keys.Value[^1], stored, name);
    }

    /// <summary>Whether it was encrypted under the current key, so that the earlier ones are not needed for it.</summary>
    public bool IsCurrent(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> name) => Opens(keys.Value[0], stored, name, out _);

    private static bool Opens(byte[] key, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> name, out byte[] plain)
    {
        try
        {
            plain = Open(key, stored, name);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            plain = []; // under another key
            return false;
        }
    }

    private static byte[] Open(byte[] key, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> name)
    {
        var plain = new byte[stored.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(stored[..NonceLength], stored[(NonceLength + TagLength)..], stored.Slice(NonceLength, TagLength), plain, name);
        return plain;
    }

    private static byte[][] KeysOf(TokenOptions options)
    {
        if (!string.IsNullOrEmpty(options.EncryptionKey))
            return [.. options.OldEncryptionKeys.Prepend(options.EncryptionKey).Select(Convert.FromBase64String)];
        var folder = Path.GetFullPath(options.KeysPath!);
        var path = Path.Combine(folder, "signing-keys.key");
        System.IO.Directory.CreateDirectory(folder);
        if (!File.Exists(path))
            Create(path);
        // One key a line, the current one first.
        return
        [
            .. File.ReadAllLines(path).Where(line => line.Length > 0).Concat(options.OldEncryptionKeys).Select(Convert.FromBase64String),
        ];
    }

    // Written under another name and moved into place without overwriting: of two instances that start at once, both read the same key.
    private static void Create(string path)
    {
        var own = $"{path}.{Environment.ProcessId}";
        var file = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(own, file))
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        try
        {
            File.Move(own, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(own);
        }
    }
}
