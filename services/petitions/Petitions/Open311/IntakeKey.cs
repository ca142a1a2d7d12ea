using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;

namespace DanVan.Petitions.Open311;

/// <summary>
/// An api_key of Open311: it acts for the client that asked for it, in that client's unit, and does one thing only: enter feedback. Kept as a hash: 256 random
/// bits leave nothing to guess.
/// </summary>
public sealed class IntakeKey : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    /// <summary>The subject of the token that asked for it.</summary>
    public required string Client { get; init; }
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly ExpiresOn { get; init; }
    public DateOnly? EndedOn { get; private set; }

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public Rejection? End(DateOnly on)
    {
        if (EndedOn is not null)
            return Refused.KeyHasEnded;
        EndedOn = on;
        return null;
    }
}
