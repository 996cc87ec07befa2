namespace Muster.Evaluation.Tours;

/// <summary>Working time over the whole horizon.</summary>
public sealed record TourEmployee(string Id, int MinMinutes, int MaxMinutes);
