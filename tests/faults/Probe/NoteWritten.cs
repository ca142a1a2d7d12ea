using DanVan;

[assembly: Restricted("text", "secret", "probe")]

namespace DanVan.Probe.Contracts.V1;

/// <summary>A note has a new text.</summary>
/// <param name="NoteId">The note.</param>
/// <param name="Text">Its text; <c>poison</c> makes every reaction fail, <c>secret</c> is for the probe alone.</param>
public sealed record NoteWritten(Guid NoteId, string Text);
