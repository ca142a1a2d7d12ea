namespace DanVan.Conferences.People;

/// <summary>What somebody did at a conference.</summary>
public enum ParticipantRole
{
    /// <summary>Chaired it (chủ trì), from the centre or the room.</summary>
    Chair,

    /// <summary>Chaired it together with others (cùng chủ trì).</summary>
    CoChair,

    /// <summary>Chaired a bridge site (chủ trì điểm cầu).</summary>
    SiteChair,

    /// <summary>Gave the directing speech (phát biểu chỉ đạo).</summary>
    Direction,

    /// <summary>Gave the concluding speech (phát biểu kết luận).</summary>
    Conclusion,
    Opening,
    Rapporteur,
    Secretary,

    /// <summary>Gave a paper (tham luận).</summary>
    Speaker,
    Delegate,
    Guest,
    Press,
}

/// <summary>Whether they came.</summary>
public enum Attendance
{
    Invited,
    Confirmed,
    Present,
    AbsentWithReason,
    Absent,
    Delegated,
}
