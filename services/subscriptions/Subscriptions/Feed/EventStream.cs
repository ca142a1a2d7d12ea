using System.Buffers;
using System.Data;
using System.Reflection;
using System.Text;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace DanVan.Subscriptions.Feed;

/// <summary>
/// A page of the feed on its way from the database to the caller: the events pass through as the bytes they are stored as. The connection to the database has
/// gone back before the caller takes its first byte, so that a slow caller holds memory only.
/// </summary>
sealed class EventStream : IResult, IEndpointMetadataProvider, IDisposable
{
    byte[] texts = ArrayPool<byte>.Shared.Rent(64 * 1024);
    int length;
    int events;
    FeedCursor head;

    EventStream() { }

    public FeedCursor Next { get; private set; }

    /// <summary>Nothing to hand out, and nothing left to look through.</summary>
    public bool IsAtEnd => events == 0 && !More;

    bool More => Next.Position < head.Position;

    /// <summary>An epoch other than the feed's, or a position that the feed has not reached: both are of a history that was lost.</summary>
    public bool IsOfAnotherHistory(FeedCursor cursor) => cursor.Epoch != head.Epoch || cursor.Position > head.Position;

    public static async Task<EventStream> Read(FeedPage page, NpgsqlDataSource database, CancellationToken ct)
    {
        var stream = new EventStream();
        await using var batch = page.WithHead(database);
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        await reader.ReadAsync(ct);
        var (epoch, end) = (reader.GetGuid(0), reader.GetInt64(1));
        await reader.NextResultAsync(ct);
        long? last = null;
        while (await reader.ReadAsync(ct))
        {
            last = reader.GetInt64(0);
            stream.Take(reader);
        }
        // The page is read after the head and may reach beyond it. Positions become visible in their order: what comes before the last is visible too.
        stream.head = new(epoch, Math.Max(end, last ?? 0));
        stream.Next = new(epoch, Math.Min(stream.head.Position, page.Seen(stream.head.Position, last, stream.events)));
        return stream;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var end = $"],\"next\":\"{Next}\",\"more\":{(More ? "true" : "false")}}}";
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = Start.Length + length + end.Length;
        response.BodyWriter.Write(Start);
        response.BodyWriter.Write(texts.AsSpan(0, length));
        Encoding.ASCII.GetBytes(end, response.BodyWriter);
        Dispose();
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>A page that nobody is given goes back by this.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(texts);
        (texts, length) = ([], 0);
    }

    static ReadOnlySpan<byte> Start => "{\"events\":["u8;

    void Take(NpgsqlDataReader row)
    {
        if (events++ > 0)
            texts[length++] = (byte)',';
        var size = (int)row.GetBytes(1, 0, null, 0, 0);
        if (texts.Length < length + size + 1) // and the comma of the next
            Grow(length + size + 1);
        length += (int)row.GetBytes(1, 0, texts, length, size);
    }

    void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * texts.Length));
        texts.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(texts);
        texts = larger;
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(EventPage), ["application/json"]));
}
