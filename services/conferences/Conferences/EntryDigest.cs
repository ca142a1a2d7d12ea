using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Conferences;

/// <summary>
/// The digest of a request as it was entered. With an id that the caller chose, the same request again finds what it made before, whatever has
/// happened to it since and however long ago; another request under that id is refused. Absent members do not count, so that new ones can be added.
/// </summary>
static class EntryDigest
{
    static readonly JsonSerializerOptions Canonical = new(JsonRules.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static byte[] Of<TRequest>(TRequest request) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Canonical));
}
