namespace DanVan.Awards.Contracts.V1;

/// <summary>A model is no longer carried on. Subject: <c>model/{ModelId}</c>.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="UnitId">The unit that registered it.</param>
/// <param name="Kind">MODEL or TYPICAL_INDIVIDUAL.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="DiscontinuedOn">The day it ended.</param>
/// <param name="Reason">PURPOSE_FULFILLED, NOT_EFFECTIVE, MERGED, NO_RESOURCES or OTHER.</param>
public sealed record ModelDiscontinued(Guid ModelId, Guid UnitId, string Kind, string Field, DateOnly DiscontinuedOn, string Reason);
