using System.Security.Cryptography;
using System.Text.Json;

namespace DanVan.Cli.Local;

/// <summary>The passwords of one local run: random, made on first use, kept in one file that only its owner can read.</summary>
public sealed class Secrets
{
    readonly string file;
    Dictionary<string, string> values;
    readonly Lock gate = new();

    public Secrets(string stateFolder)
    {
        Directory.CreateDirectory(stateFolder);
        file = Path.Combine(stateFolder, "secrets.json");
        values = Load();
    }

    /// <summary>A password: hexadecimal, so that it needs quoting nowhere.</summary>
    public string this[string name] => Known(name, () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)));

    /// <summary>A key of 256 bits in base64.</summary>
    public string Key(string name) => Known(name, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    string Known(string name, Func<string> create)
    {
        lock (gate)
        {
            if (values.TryGetValue(name, out var known))
                return known;
            // Another process may have made it meanwhile: both must end with the same one.
            using var oneAtATime = FileLock.Take(file + ".lock", default).GetAwaiter().GetResult();
            values = Load();
            if (values.TryGetValue(name, out known))
                return known;
            values[name] = create();
            Save();
            return values[name];
        }
    }

    Dictionary<string, string> Load() =>
        File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))! : [];

    void Save()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var stream = new FileStream(file + ".new", options))
            JsonSerializer.Serialize(stream, values);
        File.Move(file + ".new", file, overwrite: true);
    }
}
