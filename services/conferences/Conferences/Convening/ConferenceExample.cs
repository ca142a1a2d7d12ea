using DanVan.Conferences.Conclusions;
using DanVan.Conferences.People;
using DanVan.Conferences.Tasks;

namespace DanVan.Conferences.Convening;

/// <summary>The example in the API's documentation: it works when sent, and with its own id also when sent again.</summary>
static class ConferenceExample
{
    public static readonly RecordConference.Request Value = new(
        new Guid("019cfa1c-5000-7000-8000-000000000001"),
        RootUnit.Id,
        OrganiserLevel.Central,
        Reach.ToanQuoc,
        ConferenceKind.SoKet,
        [Purpose.SoKet, Purpose.TrienKhai],
        ConferenceMode.OnlineNational,
        "Hội nghị trực tuyến toàn quốc sơ kết công tác dân vận 6 tháng đầu năm 2026",
        new EventDate(new DateOnly(2026, 7, 14), DatePrecision.Day, "Sáng 14-7", "Năm lấy từ tên hội nghị"),
        PartOfDay.Morning,
        null,
        "2026-H1",
        "2026-H2",
        [new ThemeMention(2026, "Đẩy mạnh thực hiện quy chế dân chủ ở cơ sở", null)],
        [new Site("hai-phong", "Điểm cầu Hải Phòng", null, null)],
        [new ParticipantEntry(null, null, [ParticipantRole.Delegate], "hai-phong", null, null, null, "đại diện lãnh đạo các phường, xã")],
        [new Paper("Thực hiện quy chế dân chủ trong cơ quan nhà nước", "Công an nhân dân", null, null)],
        [new Statement("Công tác chỉ đạo thực hiện quy chế dân chủ tiếp tục được quan tâm.")],
        null,
        [new Citation("Chỉ thị số 30", null)],
        null,
        [new TopicMention("don-thu-va-vu-viec-buc-xuc", "phối hợp làm tốt công tác tiếp dân")],
        6,
        "6 nhiệm vụ trọng tâm",
        [
            new ConclusionEntry(
                ConclusionKind.KeyTask,
                "Nắm tình hình Nhân dân",
                null,
                [
                    new TaskEntry(
                        new Guid("019cfa1c-5000-7000-8000-000000000002"),
                        "Nắm tình hình Nhân dân",
                        null,
                        "hệ thống dân vận các cấp",
                        null,
                        null,
                        "2026-H2"
                    ),
                ]
            ),
        ],
        null,
        null,
        ConferenceState.Closed
    );
}
