using DanVan.Chassis;
using DanVan.Probe;
using DanVan.Probe.Contracts.V1;

var builder = HostingExtensions.CreateBuilder(args);
builder.AddChassis<ProbeDb>("probe");

if (builder.Configuration.GetValue("Probe:Reacts", defaultValue: true))
{
    builder.Services.AddReaction<ProjectNotes>("projection").AddReaction<TallyNotes>("tally");
    builder.Services.AddBatchReaction<BatchNotes>("batch", typeof(NoteWritten));
}
var app = builder.Build();
app.UseChassis();
app.MapPost("/notes", (WriteNote note, ProbeDb db, CancellationToken ct) => note.Save(db, ct)).AllowAnonymous();
return await app.RunServiceAsync(args);

internal sealed record WriteNote(Guid Id, string Text)
{
    public async Task<IResult> Save(ProbeDb db, CancellationToken ct)
    {
        var note = await db.Notes.FindAsync([Id], ct);
        if (note is null)
            db.Notes.Add(note = new Note { Id = Id, Text = Text });
        note.Text = Text;
        db.Announce(note, new NoteWritten(Id, Text));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(note.Version);
    }
}
