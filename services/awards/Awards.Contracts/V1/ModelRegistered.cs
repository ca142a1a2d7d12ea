namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// A model (mô hình) or a typical individual (điển hình) of skilful mass mobilisation entered the register. Subject: <c>model/{ModelId}</c>.
/// Its name is not in the event, since that of a typical individual is a person's.
/// </summary>
/// <param name="ModelId">The model.</param>
/// <param name="UnitId">The unit that registered it.</param>
/// <param name="Kind">MODEL (a collective) or TYPICAL_INDIVIDUAL.</param>
/// <param name="Field">Code of the field: KINH_TE, VAN_HOA_XA_HOI, QUOC_PHONG_AN_NINH, PHONG_CHONG_DICH …</param>
/// <param name="MovementId">The movement under which it was registered; null when not stated.</param>
/// <param name="ParentId">The model that it replicates (nhân rộng); null for an original.</param>
/// <param name="RegisteredOn">The day of registration; null when the source does not state it.</param>
/// <param name="Stage">Where it stood when entered: REGISTERED, IN_IMPLEMENTATION or EFFECTIVE.</param>
public sealed record ModelRegistered(
    Guid ModelId,
    Guid UnitId,
    string Kind,
    string Field,
    Guid? MovementId,
    Guid? ParentId,
    DateOnly? RegisteredOn,
    string Stage
);
