namespace DanVan.Subscriptions.Delivery;

/// <summary>What came of sending one event: a status, or why there was none.</summary>
/// <param name="Status">The status of HTTP, or null.</param>
/// <param name="Error">TIMEOUT, REFUSED_ADDRESS, CONNECTION, TLS or PROTOCOL where there is no status.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone.</param>
readonly record struct Answer(int? Status, string? Error, TimeSpan? RetryAfter = null)
{
    public bool Taken => Status is >= 200 and < 300;

    /// <summary>410: the receiver wants no more.</summary>
    public bool Gone => Status == StatusCodes.Status410Gone;
}

/// <summary>One attempt to deliver one event, for the log.</summary>
sealed record Attempt(Guid EventId, string Type, int Number, DateTimeOffset At, int Milliseconds, Answer Answer);

/// <summary>What a turn of delivering has come to.</summary>
/// <param name="Position">Everything up to here is delivered or not wanted.</param>
/// <param name="Failures">Failed attempts for the event behind that position.</param>
/// <param name="Wait">Not before this time has passed again.</param>
/// <param name="Stop">Why no more is sent, or null.</param>
/// <param name="Attempts">What was tried.</param>
sealed record TurnResult(long Position, int Failures, TimeSpan Wait, string? Stop, IReadOnlyList<Attempt> Attempts);
