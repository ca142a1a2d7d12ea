using DanVan.Chassis.Http;
using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions;

/// <summary>A petition of many people (đông người): how many signed it, and who speaks for them. Luật TCD Đ29; NĐ 124/2020 Đ6.</summary>
public sealed partial class Petition
{
    /// <summary>How many signed it and have not withdrawn.</summary>
    public int Signatories { get; set; } = 1;

    /// <summary>How many were appointed to represent them; none before.</summary>
    public int? Representatives { get; private set; }
    public DateOnly? AppointedOn { get; private set; }

    /// <summary>Records the written appointment of representatives, which all have signed. Below the number of a group the law sets no limit.</summary>
    public Rejection? Appoint(int representatives, int signedBy, DateOnly on, EligibilityTable table, DateOnly today)
    {
        if (Not(PetitionState.Received) is { } state)
            return state;
        // The appointment may be older than the receipt of the paper that it comes with.
        if (on > today)
            return Refused.InTheFuture("appointedOn");
        if (signedBy != Signatories)
            return Refused.NotSignedByAll;
        if (representatives > Signatories)
            return Refused.RepresentativesAreSignatories;
        if (table.GroupOf(Signatories, on) is { } group && (representatives < group.Min || representatives > group.Max))
            return Refused.NumberOfRepresentatives(group);
        (Representatives, AppointedOn) = (representatives, on);
        return null;
    }

    /// <summary>A complaint of a group is taken up with the written appointment only. NĐ 124/2020 Đ16, since 01/07/2026 NĐ 155/2026 Đ10.</summary>
    public Rejection? LacksAppointment(EligibilityTable table, DateOnly acceptedOn) =>
        State is PetitionState.Received
        && Kind is PetitionKind.KhieuNai
        && Representatives is null
        && table.GroupOf(Signatories, acceptedOn) is not null
            ? Refused.AppointmentMissing
            : null;

    /// <summary>
    /// Some of those who signed withdraw; that does not end the case (NĐ 155/2026 Đ7a), and the number of representatives is not judged again.
    /// </summary>
    public Rejection? WithdrawSignatories(int count, DateOnly on, string documentNumber, DateOnly today)
    {
        if (!IsOpen)
            return Refused.InState(State);
        if (OutOfOrder(on, ReceivedOn, today, "withdrawnOn") is { } dates)
            return dates;
        if (count >= Signatories)
            return Refused.AllWithdraw;
        Signatories -= count;
        DocumentNumber = documentNumber;
        return null;
    }
}
