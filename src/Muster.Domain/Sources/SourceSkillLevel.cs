namespace Muster.Domain.Sources;

/// <param name="Level"><see cref="Lowest"/> to <see cref="Highest"/>; higher is better.</param>
public sealed record SourceSkillLevel(string Skill, int Level)
{
    public const int Lowest = 0;
    public const int Highest = 100;
}
