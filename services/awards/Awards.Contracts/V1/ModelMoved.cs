namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// The unit of a model that is not discontinued has ended in a reorganisation; the model is its one successor's from now on. Subject:
/// <c>model/{ModelId}</c>.
/// </summary>
/// <param name="ModelId">The model or typical individual.</param>
/// <param name="FromUnitId">The unit that has ended.</param>
/// <param name="ToUnitId">The unit that goes on with it.</param>
/// <param name="MovedOn">The day of the reorganisation.</param>
/// <param name="ReorganisationId">The reorganisation.</param>
public sealed record ModelMoved(Guid ModelId, Guid FromUnitId, Guid ToUnitId, DateOnly MovedOn, Guid ReorganisationId);
