namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// The unit of a model that is not discontinued has ended. From now on the model is another's: the one successor's when a reorganisation was carried out,
/// or that of the unit that a person decided on. Subject: <c>model/{ModelId}</c>.
/// </summary>
/// <param name="ModelId">The model or typical individual.</param>
/// <param name="FromUnitId">The unit that has ended.</param>
/// <param name="ToUnitId">The unit that goes on with it.</param>
/// <param name="MovedOn">The day of the reorganisation, or of the decision.</param>
/// <param name="ReorganisationId">The reorganisation; none when a person decided.</param>
public sealed record ModelMoved(Guid ModelId, Guid FromUnitId, Guid ToUnitId, DateOnly MovedOn, Guid? ReorganisationId);
