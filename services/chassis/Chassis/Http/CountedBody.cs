using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DanVan.Chassis.Http;

/// <summary>
/// A body whose length was not told before: read up to a limit and then refused with 413, as the server itself would. What is left of it can still be
/// taken and thrown away afterwards, so that its sender hears the refusal.
/// </summary>
sealed class CountedBody(Stream rest, long allowed, long discarded, IHttpMaxRequestBodySizeFeature server) : Stream
{
    long taken;

    /// <summary>Whether more came than was allowed.</summary>
    public bool IsTooLong => taken > allowed;

    /// <summary>What has not been read yet, without the limit.</summary>
    public Stream Rest => rest;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsTooLong)
            throw TooLong();
        LeaveRoom();
        var read = await rest.ReadAsync(buffer, cancellationToken);
        taken += read;
        return IsTooLong ? throw TooLong() : read;
    }

    /// <summary>
    /// Has the server count on past the limit, for what is thrown away: it would close the connection. Again when reading begins, because a proxy sets the limit
    /// of its route on the way; from then on it is settled.
    /// </summary>
    public void LeaveRoom()
    {
        if (!server.IsReadOnly)
            server.MaxRequestBodySize = allowed + discarded;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    static BadHttpRequestException TooLong() => new("The body is longer than allowed.", StatusCodes.Status413PayloadTooLarge);
}
