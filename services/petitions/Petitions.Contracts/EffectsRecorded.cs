namespace DanVan.Petitions.Contracts.V1;

/// <summary>What a decision or a conclusion has brought about when it was carried out (kết quả thực hiện). Each event adds to those before.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="EffectiveOn">The day on which it was brought about.</param>
/// <param name="MoneyRecovered">To the State, in đồng.</param>
/// <param name="MoneyReturned">To people and organisations, in đồng.</param>
/// <param name="LandRecovered">To the State, in square metres.</param>
/// <param name="LandReturned">To people and organisations, in square metres.</param>
/// <param name="PeopleSanctioned">How many people were disciplined.</param>
public sealed record EffectsRecorded(
    Guid PetitionId,
    string Kind,
    string Field,
    DateOnly EffectiveOn,
    long MoneyRecovered,
    long MoneyReturned,
    long LandRecovered,
    long LandReturned,
    int PeopleSanctioned
);
