using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Tokens;

/// <summary>Encrypts what must not be readable in the database or its backups: AES-256-GCM, bound to the name of what is encrypted.</summary>
internal sealed class KeyVault(IOptions<TokenOptions> options)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly Lazy<byte[]> key = new(() => KeyOf(options.Value));

    public byte[] Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> name)
    {
        var stored = new byte[NonceLength + TagLength + plain.Length];
        var nonce = stored.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Value, TagLength);
        aes.Encrypt(nonce, plain, stored.AsSpan(NonceLength + TagLength), stored.AsSpan(NonceLength, TagLength), name);
        return stored;
    }

    /// <exception cref="AuthenticationTagMismatchException">Encrypted with another key, under another name, or altered.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> name)
    {
        var plain = new byte[stored.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key.Value, TagLength);
        aes.Decrypt(stored[..NonceLength], stored[(NonceLength + TagLength)..], stored.Slice(NonceLength, TagLength), plain, name);
        return plain;
    }

    private static byte[] KeyOf(TokenOptions options)
    {
        if (!string.IsNullOrEmpty(options.EncryptionKey))
            return Convert.FromBase64String(options.EncryptionKey);
        var folder = Path.GetFullPath(options.KeysPath!);
        var path = Path.Combine(folder, "signing-keys.key");
        System.IO.Directory.CreateDirectory(folder);
        if (!File.Exists(path))
            Create(path);
        return Convert.FromBase64String(File.ReadAllText(path));
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
