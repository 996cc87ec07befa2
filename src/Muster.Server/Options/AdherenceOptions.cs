namespace Muster.Server.Options;

/// <summary>Stored results of adherence.</summary>
public sealed record AdherenceOptions
{
    [Option("How long results of adherence are kept; whole months go.", Unit = "days", Min = 31, Max = 36_500)]
    public int KeepDays { get; init; } = 1100;
}
