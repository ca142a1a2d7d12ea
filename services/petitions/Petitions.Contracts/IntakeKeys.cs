namespace DanVan.Petitions.Contracts.V1;

/// <summary>A client was given an api_key with which it enters feedback through Open311.</summary>
/// <param name="KeyId">Identity of the key, not what opens the door.</param>
/// <param name="UnitId">The unit for which, and below which, it enters feedback.</param>
/// <param name="Client">The client that it acts for, as its tokens name it.</param>
/// <param name="ExpiresOn">The last day on which it holds.</param>
public sealed record IntakeKeyIssued(Guid KeyId, Guid UnitId, string Client, DateOnly ExpiresOn);

/// <summary>An api_key of Open311 was ended, by a person or because its client lost its rights.</summary>
/// <param name="KeyId">Identity of the key.</param>
/// <param name="UnitId">The unit for which it entered feedback.</param>
/// <param name="Client">The client that it acted for.</param>
/// <param name="EndedOn">The day.</param>
public sealed record IntakeKeyEnded(Guid KeyId, Guid UnitId, string Client, DateOnly EndedOn);
