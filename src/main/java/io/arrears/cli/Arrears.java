package io.arrears.cli;

public final class Arrears {
    private Arrears() {}

    public static void main(String[] args) {
        System.out.println("hi");
    }
}
