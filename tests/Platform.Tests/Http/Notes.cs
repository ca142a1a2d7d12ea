using System.ComponentModel;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Platform.Tests.Http;

public enum NoteKind
{
    ShortNote,
    Minutes,
}

public sealed record Line([Text(20)] string Words, [Whole(1, 9)] int Weight = 1);

/// <summary>The smallest resource that shows every HTTP rule.</summary>
public sealed class Note
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public int Version { get; set; } = 1;
    public required string Title { get; set; }

    public NoteView ToView() => new(Id, Version, Title);
}

public sealed record NoteView(Guid Id, int Version, string Title) : IVersionedView;

public sealed class NotesDb(DbContextOptions<NotesDb> options) : ServiceDb(options)
{
    public DbSet<Note> Notes => Set<Note>();
}

public static class WriteNote
{
    public sealed record Request(
        [Text(50)] string Title,
        NoteKind Kind,
        [Items(0, 3)] IReadOnlyList<Line> Lines,
        [Text(10)] string? Remark,
        [Pattern("[A-Z]{2}-[0-9]+")] string? Code,
        DateOnly? On,
        int? Count
    );

    public static readonly Request Sample = new(
        "Ghi chú",
        NoteKind.ShortNote,
        [new("một", 2)],
        null,
        "QĐ-1".Replace('Đ', 'D'),
        new(2026, 8, 19),
        3
    );

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/", Handle).RequireScope("notes.write").WithSummary("Write a note").WithExample(Sample);

    static async Task<Results<Created<NoteView>, ProblemHttpResult>> Handle(Request request, NotesDb db, CancellationToken ct)
    {
        if (request.Title == "refused")
            return new Rejection("notes.refused", "Không nhận.", "Not taken.", Field: "title").ToProblem();
        var note = new Note { Title = request.Title };
        db.Add(note);
        await db.SaveChangesAsync(ct);
        if (request.Title.StartsWith("slow", StringComparison.Ordinal))
            await Task.Delay(300, ct); // long enough for every concurrent copy to arrive
        if (request.Title == "broken")
            throw new InvalidOperationException("secret detail");
        if (request.Title == "refused late")
            return new Rejection("notes.refused", "Không nhận.", "Not taken.").ToProblem();
        return TypedResults.Created($"/api/v1/notes/{note.Id}", note.ToView());
    }
}

public static class ReadNotes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", List).RequireScope("notes.read").WithSummary("Notes, oldest first");
        group.MapGet("/{id:guid}", One).RequireScope("notes.read").WithSummary("One note");
    }

    static Task<Page<NoteView>> List(
        [AsParameters] PageRequest page,
        NotesDb db,
        CancellationToken ct,
        NoteKind? kind = null,
        DateOnly? from = null,
        string? q = null
    ) => db.Notes.Where(n => q == null || n.Title == q).ToPage(page, n => n.Id, n => n.ToView(), ct);

    static async Task<Results<Ok<NoteView>, NotFound>> One(Guid id, NotesDb db, CancellationToken ct) =>
        await db.Notes.FindAsync([id], ct) is { } note ? TypedResults.Ok(note.ToView()) : TypedResults.NotFound();
}

public static class RenameNote
{
    public sealed record Request([Text(50)] string Title);

    public static void Map(RouteGroupBuilder group) =>
        group.MapPut("/{id:guid}/title", Handle).RequireScope("notes.write").RequireIfMatch().WithSummary("Rename a note");

    static async Task<Results<Ok<NoteView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        NotesDb db,
        CancellationToken ct
    )
    {
        if (await db.Notes.FindAsync([id], ct) is not { } note)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(note.Version) is { } stale)
            return stale;
        (note.Title, note.Version) = (request.Title, note.Version + 1);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(note.ToView());
    }
}

public static class SecretNote
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/secrets", Handle).RequireScope("notes.write").RequireIdempotencyKey().WithSummary("An answer that is given once");
        group
            .MapPost("/sealed-secrets", Handle)
            .RequireScope("notes.write")
            .RequireIdempotencyKey(sealAnswer: true)
            .WithSummary("An answer that is stored sealed");
    }

    [Description("The secret is in the answer and nowhere else.")]
    static Ok<string> Handle(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok("s3cret");
    }
}

/// <summary>A seal that hides, and tells whether it was asked for the right place.</summary>
sealed class TurnedSeal : IAnswerSeal
{
    public byte[] Seal(byte[] answer, string place) => [(byte)place.Length, .. answer.Reverse()];

    public byte[]? Open(byte[] box, string place) => box[0] == (byte)place.Length ? [.. box[1..].Reverse()] : null;
}

public static class Echo
{
    public sealed record Answer(string Subject, Guid? Unit);

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/me", (Caller caller) => new Answer(caller.Subject, caller.UnitId))
            .RequireScope("notes.read")
            .WithSummary("Who calls");
        group.MapPost("/open", (Line line) => line).AllowAnonymous().WithSummary("Open to all");
    }
}
