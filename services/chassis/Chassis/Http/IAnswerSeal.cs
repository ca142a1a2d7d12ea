namespace DanVan.Chassis.Http;

/// <summary>
/// Encrypts an answer before it is stored for repetition: one that shows a secret, or what the service keeps sealed. Whoever repeats the request with its
/// Idempotency-Key gets the whole answer again; whoever reads the table, or a copy of it, gets nothing. A service with such answers registers one.
/// </summary>
public interface IAnswerSeal
{
    /// <summary>The answer as it may be stored.</summary>
    /// <param name="answer">The body.</param>
    /// <param name="place">Where it will stand; it opens nowhere else.</param>
    byte[] Seal(byte[] answer, string place);

    /// <summary>The body again, or null when the key that it was sealed with is gone.</summary>
    byte[]? Open(byte[] box, string place);
}
