using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>What the holder of a code is told, and who asks them something.</summary>
static partial class Refused
{
    public static readonly Rejection UnknownReceipt = new(
        "petitions.unknown-receipt",
        "Mã hồ sơ hoặc mã PIN không đúng, hoặc hồ sơ không còn.",
        "The code or the PIN is wrong, or the petition is gone.",
        404
    );

    public static readonly Rejection TooManyTries = new(
        "petitions.too-many-tries",
        "Đã nhập sai nhiều lần. Xin chờ hết thời gian ghi ở Retry-After rồi thử lại.",
        "There were too many wrong tries. Please wait for the time in Retry-After.",
        429
    );

    public static readonly Rejection UnknownQuestion = new(
        "petitions.unknown-question",
        "Hồ sơ này không có câu hỏi đó.",
        "There is no such question on this petition.",
        404,
        "questionId"
    );

    public static readonly Rejection AlreadyAnswered = new(
        "petitions.already-answered",
        "Câu hỏi này đã được trả lời. Cần bổ sung thì xin đợi câu hỏi mới hoặc liên hệ nơi tiếp nhận.",
        "This question was answered. To add something, wait for another question or turn to the receiving body.",
        Field: "answer"
    );

    public static readonly Rejection QuestionsAreClosed = new(
        "petitions.questions-are-closed",
        "Hồ sơ đã kết thúc nên không nhận câu trả lời nữa.",
        "The petition is closed and takes no more answers."
    );

    public static readonly Rejection AnswerDayHasPassed = new(
        "petitions.answer-day-has-passed",
        "Ngày đề nghị trả lời không được ở quá khứ.",
        "The day by which an answer is asked for may not be in the past.",
        Field: "answerBy"
    );

    public static readonly Rejection RatedWhenClosed = new(
        "petitions.not-closed-yet",
        "Chỉ đánh giá được sau khi hồ sơ đã kết thúc.",
        "It can be rated once it is closed.",
        Field: "rating"
    );

    public static readonly Rejection RatingIsOver = new(
        "petitions.rating-is-over",
        "Đã hết thời gian đánh giá hồ sơ này.",
        "The time for rating this petition is over.",
        Field: "rating"
    );
}
