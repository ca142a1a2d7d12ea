using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Models;

/// <summary>
/// A model (mô hình, of a collective) or a typical individual (điển hình) of skilful mass mobilisation, from its registration to its end.
/// A replication (nhân rộng) is a model of its own that names its parent.
/// </summary>
public sealed class Model : ISubject, IUnitScoped
{
    /// <summary>There is no district level after this day, so none can recognise a model.</summary>
    static readonly DateOnly LastDayOfDistricts = new(2025, 6, 30);

    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that registered it, or who goes on with it since that one ended.</summary>
    public required Guid UnitId { get; set; }
    public required ModelKind Kind { get; init; }
    public required string Name { get; init; }
    public required ModelField Field { get; init; }
    public string? Place { get; init; }
    public string? Source { get; init; }
    public Guid? MovementId { get; init; }
    public Guid? ParentId { get; init; }
    public DateOnly? ActiveFrom { get; init; }
    public DateOnly? ActiveTo { get; init; }
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The furthest stage it reached; stays when it is discontinued.</summary>
    public required ModelStage Stage { get; set; }
    public DateOnly? TakenUpOn { get; private set; }
    public DateOnly? EvaluatedOn { get; private set; }
    public RecognitionLevel? RecognisedAt { get; private set; }
    public DateOnly? RecognisedOn { get; private set; }
    public DateOnly? DiscontinuedOn { get; private set; }
    public DiscontinuationReason? DiscontinuedFor { get; private set; }
    public string? DiscontinuedNote { get; private set; }
    public required byte[] EntryDigest { get; init; }

    Guid? ISubject.UnitId => UnitId;

    public Rejection? TakeUp(DateOnly on, DateOnly today)
    {
        if (Steps(ModelStage.Registered, on, RegisteredOn, today, "takenUpOn") is { } refused)
            return refused;
        (Stage, TakenUpOn) = (ModelStage.InImplementation, on);
        return null;
    }

    public Rejection? FindEffective(DateOnly on, DateOnly today)
    {
        if (Steps(ModelStage.InImplementation, on, TakenUpOn ?? RegisteredOn, today, "evaluatedOn") is { } refused)
            return refused;
        (Stage, EvaluatedOn) = (ModelStage.Effective, on);
        return null;
    }

    /// <summary>Recognises an effective model, or one recognised below at a higher level.</summary>
    public Rejection? Recognise(RecognitionLevel level, DateOnly on, DateOnly today)
    {
        var again = Stage == ModelStage.Recognised;
        var earliest = again ? RecognisedOn : EvaluatedOn ?? TakenUpOn ?? RegisteredOn;
        if (Steps(again ? ModelStage.Recognised : ModelStage.Effective, on, earliest, today, "recognisedOn") is { } refused)
            return refused;
        if (level == RecognitionLevel.District && on > LastDayOfDistricts)
            return new(
                "awards.no-district-level",
                "Không còn cấp huyện từ ngày 01/07/2025; mô hình được công nhận ở cơ sở, tỉnh hoặc Trung ương.",
                "There is no district level since 2025-07-01; models are recognised at grassroots, province or central level.",
                Field: "level"
            );
        if (again && level <= RecognisedAt)
            return new(
                "awards.recognised-already",
                "Mô hình đã được công nhận ở cấp này hoặc cấp cao hơn.",
                "The model is recognised at this level or a higher one already.",
                Field: "level"
            );
        (Stage, RecognisedAt, RecognisedOn) = (ModelStage.Recognised, level, on);
        return null;
    }

    public Rejection? Discontinue(DiscontinuationReason reason, string? note, DateOnly on, DateOnly today)
    {
        var earliest = RecognisedOn ?? EvaluatedOn ?? TakenUpOn ?? RegisteredOn;
        if (Steps(Stage, on, earliest, today, "discontinuedOn") is { } refused)
            return refused;
        (DiscontinuedOn, DiscontinuedFor, DiscontinuedNote) = (on, reason, note);
        return null;
    }

    /// <summary>Why nothing about it changes any more; null while it is carried on.</summary>
    public Rejection? RefusesChanges() =>
        DiscontinuedOn is { } ended
            ? new("awards.model-discontinued", $"Mô hình đã dừng từ ngày {ended:O}.", $"The model was discontinued on {ended:O}.")
            : null;

    /// <summary>Takes it to the unit that goes on with it, since its own has ended.</summary>
    public ModelMoved MoveTo(Guid unit, DateOnly on, Guid? reorganisation)
    {
        var from = UnitId;
        UnitId = unit;
        return new(Id, from, unit, on, reorganisation);
    }

    /// <summary>Only a model that was found effective is worth repeating elsewhere.</summary>
    public Rejection? RefusesReplication() =>
        Stage >= ModelStage.Effective
            ? null
            : new(
                "awards.model-not-effective",
                "Chỉ nhân rộng mô hình đã được đánh giá hoạt động hiệu quả hoặc đã được công nhận.",
                "Only a model that was found effective or recognised is replicated.",
                Field: "parentId"
            );

    Rejection? Steps(ModelStage from, DateOnly on, DateOnly? earliest, DateOnly today, string field)
    {
        if (RefusesChanges() is { } refused)
            return refused;
        if (Stage != from)
            return new(
                "awards.model-stage",
                $"Mô hình đang ở bước {EnumNames.Of(Stage)}; thao tác này cần bước {EnumNames.Of(from)}.",
                $"The model stands at {EnumNames.Of(Stage)}; this needs {EnumNames.Of(from)}."
            );
        if (on > today || on < earliest)
            return new(
                "awards.model-day",
                $"Ngày phải không sau hôm nay {today:O} và không trước bước liền trước{(earliest is { } day ? $" {day:O}" : "")}.",
                $"The day is neither after today, {today:O}, nor before the step before{(earliest is { } first ? $", {first:O}" : "")}.",
                Field: field
            );
        return null;
    }
}
