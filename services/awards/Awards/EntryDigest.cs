using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Awards;

/// <summary>
/// The digest of a request as it was entered. With an id that the caller chose, the same request again finds what it made before,
/// whatever has happened to it since; another request under that id is refused.
/// </summary>
static class EntryDigest
{
    // Nulls are left out, so that a member added later does not change the digest of what was entered before it.
    static readonly JsonSerializerOptions Canonical = new(JsonRules.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static readonly Rejection IdTaken = new(
        "awards.id-taken",
        "Mã id này đã dùng cho một nội dung khác.",
        "This id stands for another content already.",
        Field: "id"
    );

    public static byte[] Of<TRequest>(TRequest request) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Canonical));
}
