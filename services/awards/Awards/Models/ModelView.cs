namespace DanVan.Awards.Models;

/// <param name="Replications">How many models name this one as their parent.</param>
/// <param name="Name">For a typical individual this is a person's name; it never leaves in an event.</param>
public sealed record ModelView(
    Guid Id,
    int Version,
    Guid UnitId,
    ModelKind Kind,
    string Name,
    ModelField Field,
    string? Place,
    string? Source,
    Guid? MovementId,
    Guid? ParentId,
    int Replications,
    DateOnly? ActiveFrom,
    DateOnly? ActiveTo,
    ModelStage Stage,
    DateOnly? RegisteredOn,
    DateOnly? TakenUpOn,
    DateOnly? EvaluatedOn,
    RecognitionLevel? RecognisedAt,
    DateOnly? RecognisedOn,
    DiscontinuationView? Discontinued
) : IVersionedView;

public sealed record DiscontinuationView(DateOnly On, DiscontinuationReason Reason, string? Note);

static class ModelViews
{
    public static ModelView ToView(this Model model, int replications) =>
        new(
            model.Id,
            model.Version,
            model.UnitId,
            model.Kind,
            model.Name,
            model.Field,
            model.Place,
            model.Source,
            model.MovementId,
            model.ParentId,
            replications,
            model.ActiveFrom,
            model.ActiveTo,
            model.Stage,
            model.RegisteredOn,
            model.TakenUpOn,
            model.EvaluatedOn,
            model.RecognisedAt,
            model.RecognisedOn,
            model.DiscontinuedOn is { } ended ? new(ended, model.DiscontinuedFor!.Value, model.DiscontinuedNote) : null
        );
}
