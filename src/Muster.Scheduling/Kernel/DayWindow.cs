namespace Muster.Scheduling.Kernel;

/// <summary>The days <c>[From, To)</c> that are decided anew; the others stay.</summary>
internal readonly record struct DayWindow(int From, int To)
{
    public int Length => To - From;
}
