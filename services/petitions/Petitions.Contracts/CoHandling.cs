namespace DanVan.Petitions.Contracts.V1;

/// <summary>Another unit was asked to help with a petition (phối hợp).</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="UnitId">The unit that was asked.</param>
/// <param name="AskedOn">The date of the letter.</param>
/// <param name="DueOn">The day that it sets for the answer, if any.</param>
public sealed record CoHandlerAsked(Guid PetitionId, string Kind, string Field, Guid UnitId, DateOnly AskedOn, DateOnly? DueOn);

/// <summary>A unit that was asked to help with a petition has answered.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="AnsweredOn">The date of the answer.</param>
/// <param name="InTime">Whether it was by the day set; none where none was.</param>
public sealed record CoHandlerAnswered(Guid PetitionId, string Kind, string Field, Guid UnitId, DateOnly AnsweredOn, bool? InTime);

/// <summary>
/// What units were asked to help with went to others because they have ended: to the one successor when a reorganisation was carried out, or to the unit that a
/// person decided on. The days that the letters set stay.
/// </summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Moves">What moved, at least one.</param>
/// <param name="MovedOn">The day from which it is there: that of the reorganisation, or of the decision.</param>
/// <param name="ReorganisationId">The reorganisation that moved it; none when a person decided.</param>
public sealed record CoHandlersMoved(
    Guid PetitionId,
    string Kind,
    string Field,
    IReadOnlyList<MovedCoHandler> Moves,
    DateOnly MovedOn,
    Guid? ReorganisationId
);

/// <summary>One request for help that another unit goes on with.</summary>
/// <param name="CoHandlerId">The request.</param>
/// <param name="FromUnitId">The unit that has ended.</param>
/// <param name="ToUnitId">The unit that owes the answer.</param>
/// <param name="DueOn">The day that the letter sets, as before; none where it sets none.</param>
public sealed record MovedCoHandler(Guid CoHandlerId, Guid FromUnitId, Guid ToUnitId, DateOnly? DueOn);
