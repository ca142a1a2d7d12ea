using DanVan.Chassis.Http;

namespace DanVan.Petitions;

public enum WithdrawalForm
{
    /// <summary>A letter (đơn, văn bản) signed by the petitioner.</summary>
    Letter,

    /// <summary>Minutes (biên bản) of what was said.</summary>
    Minutes,
}

/// <summary>Why a petition that was taken back is examined all the same.</summary>
public enum StillExamined
{
    /// <summary>Under threat or bought. Luật KN Đ10, Luật TC Đ33.3.</summary>
    Coerced,

    /// <summary>What is denounced shows signs of a violation. Luật TC Đ33.3.</summary>
    ViolationSigns,

    /// <summary>The denunciation served to slander. Luật TC Đ33.3.</summary>
    Slander,

    /// <summary>One of several took back, the others did not. NĐ 155/2026 Đ7a, Luật TC Đ33.2.</summary>
    OthersGoOn,
}

/// <summary>A petition taken back (rút đơn).</summary>
/// <param name="Whole">All of its contents, not some.</param>
/// <param name="StillExamined">None when nothing asks to examine what was taken back.</param>
/// <param name="DocumentNumber">Number of the letter or the minutes.</param>
public sealed record Withdrawal(DateOnly WithdrawnOn, bool Whole, WithdrawalForm Form, StillExamined? StillExamined, string DocumentNumber)
{
    public bool Ends => Whole && StillExamined is null;
}

public sealed partial class Petition
{
    public IReadOnlyList<Withdrawal> Withdrawals { get; private set; } = [];

    /// <summary>
    /// Takes back what is not resolved yet. Complaints since 01/07/2026, those accepted before included (NĐ 155/2026 Đ22.1): whole or in part, by letter or
    /// minutes (Luật KN Đ10 new); before: whole, by letter. Denunciations: Luật TC Đ33, NĐ 156/2026 Đ4.
    /// </summary>
    public Rejection? Withdraw(Withdrawal withdrawal, DateOnly today)
    {
        if (!IsOpen)
            return Refused.InState(State);
        if (OutOfOrder(withdrawal.WithdrawnOn, Since, today, "withdrawnOn") is { } dates)
            return dates;
        if (
            Kind is PetitionKind.KhieuNai
            && withdrawal.WithdrawnOn < Law2026.Start
            && withdrawal is not { Whole: true, Form: WithdrawalForm.Letter }
        )
            return Refused.WithdrawnWholeByLetter;
        if (withdrawal.StillExamined is StillExamined.ViolationSigns or StillExamined.Slander && Kind is not PetitionKind.ToCao)
            return Refused.OnlyDenunciationsGoOnSo;
        Withdrawals = [.. Withdrawals, withdrawal];
        if (withdrawal.Ends)
            Close(PetitionState.Withdrawn, withdrawal.WithdrawnOn, withdrawal.DocumentNumber);
        return null;
    }
}
