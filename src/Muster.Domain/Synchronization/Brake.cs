namespace Muster.Domain.Synchronization;

/// <summary>
/// When a full run stops and asks: a source that answers half must not end half of the employments. A handful is let
/// pass in small installations, where one person is more than the per cent.
/// </summary>
public sealed record Brake(double Percent = 2, int People = 50)
{
    public const int Handful = 5;

    /// <param name="ended">People whose employment the run would end, or who would be gone.</param>
    /// <param name="present">People whom the source had before.</param>
    public bool Holds(int ended, int present) =>
        ended > People || (ended > Handful && ended > present * Percent / 100);
}
