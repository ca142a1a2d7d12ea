using System.Buffers;
using System.Data;
using System.IO.Pipelines;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace DanVan.Subscriptions.Feed;

/// <summary>A page of the feed on its way from the database to the caller: the events pass through as the bytes they are stored as.</summary>
sealed class EventStream : IResult, IEndpointMetadataProvider, IAsyncDisposable
{
    readonly NpgsqlCommand command;
    readonly NpgsqlDataReader reader;
    readonly long head;
    readonly long events;
    readonly long bytes;

    EventStream(NpgsqlCommand command, NpgsqlDataReader reader, FeedPage page)
    {
        (this.command, this.reader) = (command, reader);
        var epoch = reader.GetGuid(0);
        head = reader.GetInt64(1);
        long? last = reader.IsDBNull(2) ? null : reader.GetInt64(2);
        events = reader.GetInt64(3);
        bytes = reader.IsDBNull(4) ? 0 : reader.GetInt64(4) + events - 1; // with a comma between two
        Next = new(epoch, Math.Min(head, page.Seen(head, last, events)));
    }

    public FeedCursor Next { get; }

    /// <summary>Nothing to hand out, and nothing left to look through.</summary>
    public bool IsAtEnd => events == 0 && !More;

    bool More => Next.Position < head;

    /// <summary>An epoch other than the feed's, or a position that the feed has not reached: both are of a history that was lost.</summary>
    public bool IsOfAnotherHistory(FeedCursor cursor) => cursor.Epoch != Next.Epoch || cursor.Position > head;

    public static async Task<EventStream> Open(FeedPage page, NpgsqlDataSource database, CancellationToken ct)
    {
        var command = page.AsText(database);
        var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        await reader.ReadAsync(ct);
        return new(command, reader, page);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        var end = $"],\"next\":\"{Next}\",\"more\":{(More ? "true" : "false")}}}";
        response.ContentLength = Start.Length + bytes + end.Length;
        var output = response.BodyWriter;
        output.Write(Start);
        if (events > 0)
            await CopyTexts(output, ct);
        Encoding.ASCII.GetBytes(end, output);
        // The connection to the database goes back before the caller takes its first byte: a slow caller holds memory only.
        await DisposeAsync();
        await output.FlushAsync(ct);
    }

    static ReadOnlySpan<byte> Start => "{\"events\":["u8;

    async Task CopyTexts(PipeWriter output, CancellationToken ct)
    {
        await using var texts = await reader.GetStreamAsync(5, ct);
        while (await texts.ReadAsync(output.GetMemory(64 * 1024), ct) is > 0 and var read)
            output.Advance(read);
    }

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(EventPage), ["application/json"]));
}
