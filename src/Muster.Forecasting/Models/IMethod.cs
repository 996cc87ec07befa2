namespace Muster.Forecasting.Models;

/// <summary>A way to look ahead. It keeps nothing between calls.</summary>
internal interface IMethod
{
    /// <summary>As planners read it: "median of the last 6 same weekdays".</summary>
    string Name { get; }

    /// <summary>Methods of one kind err alike: a combination takes one of each kind.</summary>
    string Kind => GetType().Name;

    /// <summary>The simpler of two that are as good wins: 0 for the simplest.</summary>
    int Complexity { get; }

    /// <summary>Days from the first known one on that it needs before it says anything sensible.</summary>
    int FewestDays { get; }

    /// <summary>Volumes by day and interval; only weekdays that are open are asked for.</summary>
    /// <param name="days">Days after the end of the history, in order.</param>
    double[][] Predict(TrainingSet past, IReadOnlyList<int> days);
}
