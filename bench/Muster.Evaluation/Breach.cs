namespace Muster.Evaluation;

/// <summary>A hard rule that a solution does not keep.</summary>
/// <param name="Employee">Null when it is nobody's in particular: cover.</param>
/// <param name="Day">As the family's files count days; null when it is about the whole horizon.</param>
/// <param name="Rule">Its name, the same for every breach of a kind.</param>
/// <param name="Facts">What was found and what is allowed.</param>
public sealed record Breach(string? Employee, int? Day, string Rule, string Facts)
{
    public override string ToString()
    {
        var who = Employee is null ? "" : $"employee {Employee}, ";
        var when = Day is null ? "" : $"day {Day}, ";
        return $"{who}{when}{Rule}: {Facts}";
    }
}
