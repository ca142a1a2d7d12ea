using System.Globalization;

namespace DanVan.Reporting.Checks;

/// <summary>
/// Reads <c>sum := product { (+|-) product }</c>, <c>product := factor { (*|/) factor }</c>,
/// <c>factor := number | CODE | previous(CODE) | lastYear(CODE) | abs(sum) | (sum) | -factor</c>.
/// </summary>
sealed class ExpressionParser
{
    /// <summary>Brackets and signs within each other at most: a reader that goes deeper would end the process.</summary>
    const int Deepest = 32;

    readonly string text;
    int at;
    int depth;

    public ExpressionParser(string text)
    {
        this.text = text;
        if (text.Length > Expression.Longest)
            throw new ExpressionException(
                Expression.Longest + 1,
                $"biểu thức dài quá {Expression.Longest} ký tự",
                $"longer than {Expression.Longest} characters"
            );
    }

    public Expression Read()
    {
        var whole = Sum();
        return Next is '\0' ? whole : throw Unexpected("phép tính", "an operator");
    }

    /// <summary>The next character that is no space; NUL at the end.</summary>
    char Next
    {
        get
        {
            while (at < text.Length && text[at] == ' ')
                at++;
            return at < text.Length ? text[at] : '\0';
        }
    }

    Expression Sum()
    {
        var sum = Product();
        while (Next is '+' or '-')
            sum = new Operation(sum, text[at++], Product());
        return sum;
    }

    Expression Product()
    {
        var product = Factor();
        while (Next is '*' or '/')
        {
            var (sign, position) = (text[at++], at);
            var factor = Factor();
            if (sign == '/' && !factor.Cells.Any() && IsZero(factor))
                throw new ExpressionException(position, "chia cho 0", "divides by zero");
            product = new Operation(product, sign, factor);
        }
        return product;
    }

    Expression Factor()
    {
        if (depth++ == Deepest)
            throw new ExpressionException(at + 1, $"lồng nhau quá {Deepest} lớp", $"more than {Deepest} brackets within each other");
        try
        {
            switch (Next)
            {
                case '-':
                    at++;
                    return new Negative(Factor());
                case '(':
                    at++;
                    return Closed(Sum());
                case >= '0' and <= '9':
                    return Digits();
                case >= 'A' and <= 'Z':
                    return new InCell(new(Word()));
                case >= 'a' and <= 'z':
                    return Function();
                default:
                    throw Unexpected("số, mã chỉ tiêu hoặc ngoặc", "a number, a code or a bracket");
            }
        }
        finally
        {
            depth--;
        }
    }

    Expression Function()
    {
        var from = at + 1;
        var name = Word();
        var isEarlier = CellReference.Functions.TryGetValue(name, out var earlier);
        if (!isEarlier && name is not "abs")
            throw new ExpressionException(
                from,
                $"không có hàm {name}; có abs, {string.Join(", ", CellReference.Functions.Keys)}",
                $"no function {name}; there are abs, {string.Join(", ", CellReference.Functions.Keys)}"
            );
        if (Next is not '(')
            throw Unexpected("dấu (", "(");
        at++;
        if (!isEarlier)
            return Closed(new Absolute(Sum()));
        return Next is >= 'A' and <= 'Z' ? Closed(new InCell(new(Word(), earlier))) : throw Unexpected("mã chỉ tiêu", "a code");
    }

    Expression Closed(Expression inner)
    {
        if (Next is not ')')
            throw Unexpected("dấu )", ")");
        at++;
        return inner;
    }

    Number Digits()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        return
            at - from <= 20
            && decimal.TryParse(text.AsSpan(from, at - from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : throw new ExpressionException(from + 1, "không phải là số", "not a number");
    }

    /// <summary>Letters, digits, points and underscores: a code, or the name of a function.</summary>
    string Word()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_'))
            at++;
        return text[from..at];
    }

    static bool IsZero(Expression constant)
    {
        try
        {
            return constant.Of(_ => null) == 0;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    ExpressionException Unexpected(string vi, string en) =>
        Next is '\0'
            ? new(at + 1, $"thiếu {vi}", $"{en} is missing")
            : new(at + 1, $"cần {vi}, không phải “{text[at]}”", $"{en} is needed, not “{text[at]}”");
}
