using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis;
using DanVan.Directory.Units;

namespace DanVan.Directory.Import;

/// <summary>Identities of imported units: the same file imported again, here or elsewhere, speaks of the same units.</summary>
internal static class UnitIds
{
    /// <summary>A UUIDv8 made of the code and the day from which the unit bears it.</summary>
    public static Guid Of(CodeScheme scheme, string code, DateOnly from)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"danvan/unit/{EnumNames.Of(scheme)}/{code}/{from:yyyy-MM-dd}"), hash);
        var id = hash[..16];
        id[6] = (byte)((id[6] & 0x0f) | 0x80);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
