namespace Muster.Evaluation.Rosters;

/// <summary>Who works which shift when.</summary>
/// <param name="Shifts">By employee, a shift or null for each day.</param>
public sealed record RosterSolution(IReadOnlyDictionary<string, IReadOnlyList<string?>> Shifts)
{
    /// <summary>A line per employee: "A,,D,D,". Empty lines and those that begin with # do not count.</summary>
    /// <exception cref="FormatException">Names the line and what is wrong with it.</exception>
    public static RosterSolution Read(IEnumerable<string> lines)
    {
        var shifts = new Dictionary<string, IReadOnlyList<string?>>();
        foreach (var (index, line) in lines.Index())
        {
            var fields = line.Trim().Split(',');
            if (fields[0].Length == 0 || fields[0][0] == '#')
            {
                continue;
            }

            if (!shifts.TryAdd(fields[0], [.. fields.Skip(1).Select(field => field.Length == 0 ? null : field)]))
            {
                throw new FormatException($"Line {index + 1} is a second line of employee {fields[0]}.");
            }
        }

        return new(shifts);
    }

    public IEnumerable<string> Write() => Shifts.Select(line => $"{line.Key},{string.Join(',', line.Value)}");
}
